package vn.danvankheo.standalone;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import vn.danvankheo.command.CommandSideConfiguration;
import vn.danvankheo.query.QuerySideConfiguration;

/** Both sides in one context. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
class StandaloneConfiguration {}
