package vn.danvankheo.query.projecting;

import org.bson.BsonDocument;

/**
 * A document that one event gives beside the state of what it changed.
 *
 * @param part which of the projection's further collections it goes to
 * @param first whether no earlier event gave a document of this id
 * @param document with an {@code _id} that the event alone determines
 */
public record Emission(String part, boolean first, BsonDocument document) {}
