package vn.danvankheo.command.eventstore;

import javax.sql.DataSource;

/**
 * The event database, its tables brought up to this release: whoever uses them takes this, not the
 * bare data source.
 *
 * @param dataSource its connections
 */
public record EventDatabase(DataSource dataSource) {}
