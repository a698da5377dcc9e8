package io.github.orgmeta;

import java.util.List;

/**
 * What a batch found.
 *
 * @param metadata the records that were found, in the order in which they were asked for.
 * @param missing the ids, or keys, that have no record, in the order in which they were asked for.
 * @param <R> the record.
 * @param <K> the id or key.
 */
public record Batch<R, K>(List<R> metadata, List<K> missing) {}
