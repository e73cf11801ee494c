package vn.danvankheo.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;

/** A bundle in the making: right at first, then however a test wants it. */
final class Bundle {
  static final byte[] PAPER = "Biên bản kiểm tra".getBytes(StandardCharsets.UTF_8);
  static final String PAPER_ID = "sha256:" + Hash.sha256(PAPER).hex();
  static final String PAPER_NAME = "attachments/" + PAPER_ID.replace(':', '-');

  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Checkpoint tree;
  private String complete = "STREAMS";
  private boolean personal;
  private int events;
  private int aggregates;

  private Bundle(Checkpoint tree) {
    this.tree = tree;
  }

  /** So many events of two models in turn; the log begins with one that is nobody's business. */
  static void fill(Log log, int events) {
    for (int i = 0; i < events; i++) {
      log.append(entry(log.size()).bytes());
    }
  }

  private static LedgerEntry entry(long leaf) {
    return LedgerEntry.of(
        2 * leaf + 1,
        String.format("018f0000-0000-7000-8000-%012d", leaf),
        "model",
        model(leaf),
        leaf / 3,
        Instant.parse("2024-06-30T07:15:00.120Z").plusSeconds(leaf),
        "ModelUpdated",
        1,
        payload(leaf),
        metadata(leaf));
  }

  private static String model(long leaf) {
    return "mô-hình-" + leaf % 3;
  }

  private static byte[] payload(long leaf) {
    String papers = leaf == 4 ? "\"" + PAPER_ID + "\"" : "";
    return ("{\"title\":\"Tổ số " + leaf + "\",\"attachments\":[" + papers + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] metadata(long leaf) {
    return ("{\"actor\":{\"userName\":\"u" + leaf + "\"}}").getBytes(StandardCharsets.UTF_8);
  }

  /** The events of two of three models, as they stand in a tree. */
  static Bundle of(Log log, long size) {
    Bundle bundle = new Bundle(log.tree(size));
    List<String> events = new ArrayList<>();
    List<String> proofs = new ArrayList<>();
    Set<String> models = new HashSet<>();
    for (long leaf = 0; leaf < size; leaf++) {
      if (leaf % 3 != 2) {
        events.add(event(entry(leaf), payload(leaf), metadata(leaf)));
        proofs.add(proof(log, leaf, size));
        models.add(model(leaf));
      }
    }
    bundle.events = events.size();
    bundle.aggregates = models.size();
    bundle.lines("events.ndjson", events);
    bundle.lines("proofs.ndjson", proofs);
    bundle.put("checkpoint", log.checkpoint(size));
    bundle.put("keys", log.keys());
    bundle.put("history.html", "<!doctype html>");
    bundle.files.put(PAPER_NAME, PAPER);
    return bundle.manifest();
  }

  private static String event(LedgerEntry entry, byte[] payload, byte[] metadata) {
    String json = entry.json();
    return json.substring(0, json.indexOf(",\"payload\""))
        + (",\"payload\":\"" + BASE64.encodeToString(payload) + "\"")
        + (",\"metadata\":\"" + BASE64.encodeToString(metadata) + "\"}");
  }

  private static String proof(Log log, long leaf, long size) {
    return "{\"leafIndex\":"
        + leaf
        + ",\"entry\":\""
        + BASE64.encodeToString(log.entry(leaf))
        + "\",\"hashes\":"
        + hashes(log.inclusion(leaf, size))
        + "}";
  }

  static String hashes(List<Hash> hashes) {
    return hashes.stream()
        .map(hash -> "\"" + hash.base64() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The manifest of the files as they are, as a forger would make it too. */
  Bundle manifest() {
    files.remove("manifest.json");
    String list =
        files.entrySet().stream()
            .map(
                file ->
                    String.format(
                        "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}",
                        file.getKey(), file.getValue().length, Hash.sha256(file.getValue()).hex()))
            .collect(Collectors.joining(","));
    return put(
        "manifest.json",
        "{\"format\":\"danvankheo-bundle/1\",\"selection\":{\"unit\":\"BT\"},\"complete\":\""
            + complete
            + "\",\"attachments\":true,\"personal\":"
            + personal
            + ",\"log\":{\"origin\":\""
            + tree.origin()
            + "\",\"size\":"
            + tree.size()
            + ",\"root\":\""
            + tree.root()
            + "\"},\"events\":"
            + events
            + ",\"aggregates\":"
            + aggregates
            + ",\"files\":["
            + list
            + "]}");
  }

  Bundle complete(String how) {
    complete = how;
    return manifest();
  }

  Bundle personal(boolean said) {
    personal = said;
    return manifest();
  }

  Bundle count(int counted) {
    events = counted;
    return this;
  }

  Bundle put(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Bundle remove(String name) {
    files.remove(name);
    return this;
  }

  /** Changes a file's text. */
  Bundle change(String name, UnaryOperator<String> change) {
    return put(name, change.apply(text(name)));
  }

  /** Changes a file's lines. */
  Bundle edit(String name, Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(text(name).lines().toList());
    change.accept(lines);
    lines(name, lines);
    return this;
  }

  private void lines(String name, List<String> lines) {
    put(name, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  Path write(Path folder) {
    Path file = folder.resolve("bundle.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
