package vn.danvankheo.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of the write side; here are the defaults.
 *
 * @param cachedAggregates how many aggregates are kept in memory at most, 1 or more
 * @param snapshotThreshold after how many events of an aggregate its state is stored anew, 2 or
 *     more
 */
@ConfigurationProperties("danvankheo.command")
public record CommandProperties(
    @DefaultValue("5000") int cachedAggregates, @DefaultValue("20") int snapshotThreshold) {}
