package io.github.orgmeta.scenario;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.orgmeta.OrgmetaClient;
import io.github.orgmeta.OrgmetaException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs steps of the scenario that all clients have in common, a line each from stdin, and prints an
 * outcome a line to stdout: see clients/README.md. What goes wrong in itself ends it with a stack
 * trace and the code 1.
 */
public final class ScenarioRunner {
  private static final Gson JSON = new GsonBuilder().serializeNulls().create();

  private ScenarioRunner() {}

  /** A step, as it comes. */
  record Step(String credential, String call, Map<String, Object> arguments) {}

  /** Reads steps until stdin ends. */
  public static void main(String[] none) throws IOException {
    String address = System.getenv("ORGMETA_ADDRESS");
    Map<String, OrgmetaClient> clients = new HashMap<>();
    // System.out takes the encoding of the machine.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Step step = JSON.fromJson(line, Step.class);
        OrgmetaClient client =
            clients.computeIfAbsent(
                String.valueOf(step.credential()),
                credential -> OrgmetaClient.builder(address).credential(step.credential()).build());
        out.println(JSON.toJson(outcomeOf(client, step)));
      }
    } finally {
      clients.values().forEach(OrgmetaClient::close);
    }
  }

  private static Map<String, Object> outcomeOf(OrgmetaClient client, Step step) {
    try {
      return Map.of(
          "result", ScenarioCalls.call(client, step.call(), new Arguments(step.arguments())));
    } catch (OrgmetaException refused) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", refused.code().name());
      if (!refused.reason().isEmpty()) error.put("reason", refused.reason());
      error.put("metadata", refused.metadata());
      if (!refused.field().isEmpty()) error.put("field", refused.field());
      return Map.of("error", error);
    }
  }
}
