package vn.danvankheo.command.execution;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.model.domain.RegisterModel;

/**
 * One of several models to be registered by a request.
 *
 * @param year its first term, 2000 to 2100
 * @param reason why, in the words beside this one
 * @param basis the document it rests on, in one line
 * @param command makes the command from its registration code; it may be asked again
 */
public record Registration(
    int year,
    @Nullable String reason,
    @Nullable String basis,
    Function<String, RegisterModel> command) {}
