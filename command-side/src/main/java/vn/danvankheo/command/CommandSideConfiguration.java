package vn.danvankheo.command;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.danvankheo.command.serving.CommandHttpConfiguration;
import vn.danvankheo.web.WebConfiguration;

/** The write side as a process or the standalone takes it. */
@Configuration(proxyBeanMethods = false)
@Import({WebConfiguration.class, CommandCoreConfiguration.class, CommandHttpConfiguration.class})
public class CommandSideConfiguration {}
