package vn.danvankheo.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.ProblemCode;

/** The page on which people read the documents, where Swagger UI is among the dependencies. */
public final class DocsEndpoint implements Endpoint {
  private static final String OWN = "/vn/danvankheo/web/docs/";
  private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** The files of the page and their media types; nothing else of the class path is served. */
  private static final Map<String, String> FILES =
      Map.of(
          "start.js", "text/javascript",
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "swagger-ui-standalone-preset.js", "text/javascript");

  /** Serves the page. */
  public DocsEndpoint() {}

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/docs", "docs", "Trang đọc tài liệu")
            .open()
            .answer(Answer.of(200, "Trang HTML", "text/html"))
            .to(exchange -> file(exchange, "index.html", "text/html;charset=UTF-8")),
        Operation.of("GET", "/api/docs/{file}", "docsFile", "Tệp của trang đọc tài liệu")
            .open()
            .answer(Answer.of(200, "Tệp", "application/octet-stream"))
            .to(
                exchange -> {
                  String type = FILES.get(exchange.path("file"));
                  if (type == null) {
                    throw ProblemCode.NOT_FOUND.problem().exception();
                  }
                  file(exchange, exchange.path("file"), type);
                }));
  }

  private static void file(Exchange exchange, String name, String type) throws IOException {
    String path = name.startsWith("swagger-ui") ? webjar() + name : OWN + name;
    try (InputStream in = DocsEndpoint.class.getResourceAsStream(path)) {
      if (in == null) {
        throw ProblemCode.NOT_FOUND.problem().exception();
      }
      exchange
          .response()
          .setHeader(
              "Content-Security-Policy",
              "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
      exchange.bytes(200, type, in.readAllBytes());
    }
  }

  private static String webjar() throws IOException {
    try (InputStream in = DocsEndpoint.class.getResourceAsStream(VERSION)) {
      Properties pom = new Properties();
      if (in != null) {
        pom.load(in);
      }
      return "/META-INF/resources/webjars/swagger-ui/" + pom.getProperty("version") + "/";
    }
  }
}
