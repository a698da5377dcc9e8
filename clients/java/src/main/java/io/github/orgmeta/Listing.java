package io.github.orgmeta;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The records of a listing, page by page: the next page is fetched when it is needed. Each
 * iteration asks anew, and can throw an {@link OrgmetaException} at each step.
 *
 * @param <R> the record.
 */
public final class Listing<R> implements Iterable<R> {
  /** A page, and the token of the next one, empty at the end. */
  record Page<R>(List<R> records, String nextPageToken) {}

  private final Function<String, Page<R>> fetch;

  Listing(Function<String, Page<R>> fetch) {
    this.fetch = fetch;
  }

  @Override
  public Iterator<R> iterator() {
    return new Iterator<>() {
      private Iterator<R> page = Collections.emptyIterator();
      private String next = "";
      private boolean ended;

      @Override
      public boolean hasNext() {
        // A page can be empty and not the last.
        while (!page.hasNext() && !ended) {
          Page<R> fetched = fetch.apply(next);
          page = fetched.records().iterator();
          next = fetched.nextPageToken();
          ended = next.isEmpty();
        }
        return page.hasNext();
      }

      @Override
      public R next() {
        if (!hasNext()) throw new NoSuchElementException();
        return page.next();
      }
    };
  }

  /** The same as a stream. */
  public Stream<R> stream() {
    int inOrder = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), inOrder), inOrder, false);
  }
}
