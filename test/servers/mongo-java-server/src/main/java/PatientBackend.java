import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets nothing else run while indexes are made: a collection's list of them is read under the lock of the collection and
 * grows without it, so that what used the collection in that moment was answered with "Unknown error: null".
 */
final class PatientBackend extends MemoryBackend {
  private final ReadWriteLock indexes = new ReentrantReadWriteLock();

  @Override
  public Document handleMessage(MongoMessage message) {
    var makesIndexes = message.getDocument().containsKey("createIndexes");
    var lock = makesIndexes ? indexes.writeLock() : indexes.readLock();
    lock.lock();
    try {
      return super.handleMessage(message);
    } finally {
      lock.unlock();
    }
  }
}
