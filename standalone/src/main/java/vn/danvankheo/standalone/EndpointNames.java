package vn.danvankheo.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ConfigurationBeanNameGenerator;
import org.springframework.core.type.MethodMetadata;
import vn.danvankheo.web.endpoint.Endpoint;

/** The sides do not know each other and may call an endpoint alike: its class tells them apart. */
final class EndpointNames extends AnnotationBeanNameGenerator
    implements ConfigurationBeanNameGenerator {
  @Override
  public String deriveBeanName(MethodMetadata method, @Nullable String beanName) {
    if (beanName != null) {
      return beanName;
    }
    return method.getReturnTypeName().equals(Endpoint.class.getName())
        ? method.getDeclaringClassName() + "." + method.getMethodName()
        : method.getMethodName();
  }
}
