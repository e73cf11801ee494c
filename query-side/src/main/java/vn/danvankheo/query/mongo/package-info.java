/**
 * MongoDB: the client, records as documents, guarded bulk writes, checkpoints, documents as JSON.
 */
@NullMarked
package vn.danvankheo.query.mongo;

import org.jspecify.annotations.NullMarked;
