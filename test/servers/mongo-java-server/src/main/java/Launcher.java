import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.OutputStream;

/** Serves MongoDB's wire protocol from memory on a free port, prints that, and ends when its standard input does. */
public final class Launcher {
  public static void main(String[] arguments) throws Exception {
    // It says wire version 8 of MongoDB 5.0, which says 13; drivers want 9 at least.
    var wireVersion = ServerVersion.class.getDeclaredField("wireVersion");
    wireVersion.setAccessible(true);
    wireVersion.setInt(ServerVersion.MONGO_5_0, 13);
    var server = new MongoServer(new PatientBackend().version(ServerVersion.MONGO_5_0));
    System.out.println("port " + server.bind().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
