package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.danvankheo.command.uniqueness.ModelTitles;
import vn.danvankheo.events.state.ModelState;

/**
 * Reserves a model's title with the decision that gives it, so that both stand or fall together.
 */
final class TitleReservation implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final ModelTitles titles;

  TitleReservation(ModelTitles titles) {
    this.titles = titles;
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    Object result = chain.proceed();
    Decided decided = ((Dispatch) unit.getMessage().getPayload()).decided();
    if (decided.after() instanceof ModelState after && decided.before() != after) {
      titles.move((ModelState) decided.before(), after);
    }
    return result;
  }
}
