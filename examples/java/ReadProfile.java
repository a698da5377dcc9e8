import io.github.orgmeta.MetadataNotFoundException;
import io.github.orgmeta.OrganizationPublicRecord;
import io.github.orgmeta.OrgmetaClient;
import io.github.orgmeta.OrgmetaException;

/** What a frontend's server does: it reads the public profile of an organization, its argument. */
public final class ReadProfile {
  private ReadProfile() {}

  /** Reads, and prints what was found. */
  public static void main(String[] arguments) {
    String organization = arguments.length > 0 ? arguments[0] : "acme";
    String address = System.getenv().getOrDefault("ORGMETA_ADDRESS", "127.0.0.1:50051");
    String key = System.getenv().getOrDefault("ORGMETA_KEY", "");
    if (key.isEmpty()) {
      System.err.println("set ORGMETA_KEY to a frontend's key, om_pk_…");
      System.exit(1);
    }
    try (OrgmetaClient client = OrgmetaClient.builder(address).credential(key).build()) {
      OrganizationPublicRecord profile = client.getOrganizationPublicMetadata(organization);
      System.out.println(organization + ": " + profile.publicMetadata());
    } catch (MetadataNotFoundException absent) {
      System.out.println(organization + " has no public profile yet");
    } catch (OrgmetaException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }
}
