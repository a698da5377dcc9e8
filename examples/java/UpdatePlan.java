import io.github.orgmeta.Documents;
import io.github.orgmeta.OrganizationRecord;
import io.github.orgmeta.OrgmetaClient;
import io.github.orgmeta.OrgmetaException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A microservice's part in billing: it writes the plan of an organization, for the frontend to see,
 * and when it changed, for the backend alone. The arguments are the organization and the plan.
 */
public final class UpdatePlan {
  private UpdatePlan() {}

  /** Writes, and prints what is stored. */
  public static void main(String[] arguments) {
    String organization = arguments.length > 0 ? arguments[0] : "acme";
    String plan = arguments.length > 1 ? arguments[1] : "pro";
    String key = System.getenv().getOrDefault("ORGMETA_KEY", "");
    if (key.isEmpty()) {
      System.err.println("set ORGMETA_KEY to a backend's key, om_sk_…");
      System.exit(1);
    }
    try (OrgmetaClient client = connect(key)) {
      OrganizationRecord stored =
          client.updateOrganizationMetadata(
              organization,
              Documents.of(Map.of("plan", plan), Map.of("plan_changed", Instant.now().toString())));
      System.out.println(organization + " is on the plan " + stored.publicMetadata().get("plan"));
    } catch (OrgmetaException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static OrgmetaClient connect(String key) {
    return OrgmetaClient.builder(System.getenv().getOrDefault("ORGMETA_ADDRESS", "127.0.0.1:50051"))
        .credential(key)
        .timeout(Duration.ofSeconds(5))
        .build();
  }
}
