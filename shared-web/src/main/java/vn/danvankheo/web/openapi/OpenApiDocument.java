package vn.danvankheo.web.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.web.endpoint.Access;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.ProblemCode;

/** Writes declared operations down as an OpenAPI 3.1 document. */
public final class OpenApiDocument {
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OpenApiDocument() {}

  /**
   * Writes a document.
   *
   * @param title of the interface
   * @param version of the program
   * @param operations what is served
   * @return the document
   */
  public static ObjectNode of(String title, String version, List<Operation> operations) {
    ObjectNode document = NODES.objectNode();
    document.put("openapi", "3.1.0");
    document.putObject("info").put("title", title).put("version", version);
    document.putArray("security").addObject().putArray("bearer");
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : operations) {
      paths
          .withObjectProperty(operation.path())
          .set(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    ObjectNode components = document.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
    components.putObject("schemas").set("Problem", problem());
    return document;
  }

  private static ObjectNode operation(Operation operation) {
    ObjectNode node = NODES.objectNode();
    node.put("operationId", operation.name()).put("summary", operation.summary());
    node.putArray("tags").add(tag(operation.path()));
    describeAccess(operation, node);
    ArrayNode parameters = NODES.arrayNode();
    pathVariables(operation, parameters);
    operation.query().parameters().forEach(parameter -> parameters.add(parameter.describe()));
    headers(operation, parameters);
    if (!parameters.isEmpty()) {
      node.set("parameters", parameters);
    }
    describeBody(operation, node);
    ObjectNode answers = node.putObject("responses");
    operation.answers().forEach(answer -> describeAnswer(answer, answers));
    answers
        .putObject("default")
        .put("description", "Lỗi")
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return node;
  }

  private static void describeAccess(Operation operation, ObjectNode node) {
    if (operation.access() == Access.OPEN) {
      node.putArray("security");
    } else if (operation.right() != null) {
      String roles =
          operation.right().roles().stream().map(Enum::name).collect(Collectors.joining(", "));
      node.put("description", "Vai trò được phép: " + roles + ".");
    }
  }

  private static void pathVariables(Operation operation, ArrayNode parameters) {
    Matcher variables = VARIABLE.matcher(operation.path());
    while (variables.find()) {
      parameters
          .addObject()
          .put("name", variables.group(1))
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
  }

  private static void headers(Operation operation, ArrayNode parameters) {
    operation
        .headers()
        .forEach(
            header ->
                parameters
                    .addObject()
                    .put("name", header.name())
                    .put("in", "header")
                    .put("required", header.required())
                    .put("description", header.description())
                    .putObject("schema")
                    .put("type", "string"));
  }

  private static void describeBody(Operation operation, ObjectNode node) {
    if (operation.bodyTypes().isEmpty()) {
      return;
    }
    ObjectNode schema = bodySchema(operation);
    ObjectNode body = node.putObject("requestBody");
    body.put("required", schema.has("required"));
    ObjectNode content = body.putObject("content");
    operation.bodyTypes().forEach(type -> content.putObject(type).set("schema", schema.deepCopy()));
  }

  private static ObjectNode bodySchema(Operation operation) {
    if (operation.body() != null) {
      return operation.body().describe();
    }
    return operation.bodyTypes().contains("text/plain")
        ? NODES.objectNode().put("type", "string")
        : fileForm();
  }

  private static ObjectNode fileForm() {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema
        .putObject("properties")
        .putObject("file")
        .put("type", "string")
        .put("contentMediaType", "application/octet-stream");
    schema.putArray("required").add("file");
    return schema;
  }

  private static void describeAnswer(Answer answer, ObjectNode answers) {
    ObjectNode node = answers.putObject(Integer.toString(answer.status()));
    node.put("description", answer.description());
    if (!answer.headers().isEmpty()) {
      ObjectNode headers = node.putObject("headers");
      answer
          .headers()
          .forEach(name -> headers.putObject(name).putObject("schema").put("type", "string"));
    }
    if (answer.mediaType() != null) {
      ObjectNode content = node.putObject("content");
      ObjectNode media = content.putObject(answer.mediaType());
      if (answer.schema() != null) {
        media.set("schema", answer.schema());
      }
      answer.others().forEach(content::putObject);
    }
  }

  private static ObjectNode problem() {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    for (String name : List.of("type", "title", "detail", "instance", "traceId")) {
      fields.putObject(name).put("type", "string");
    }
    fields.putObject("status").put("type", "integer");
    ObjectNode code = fields.putObject("code").put("type", "string");
    Arrays.stream(ProblemCode.values())
        .forEach(c -> code.withArrayProperty("examples").add(c.name()));
    ObjectNode row = fields.putObject("errors").put("type", "array").putObject("items");
    row.put("type", "object");
    for (String name : List.of("pointer", "code", "message")) {
      row.withObjectProperty("properties").putObject(name).put("type", "string");
    }
    ArrayNode required = schema.putArray("required");
    List.of("type", "title", "status", "code", "traceId").forEach(required::add);
    return schema;
  }

  /** The first part of the path under /api. */
  private static String tag(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 2 ? parts[2] : "api";
  }
}
