package vn.danvankheo.events.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A shortcoming found by an inspection.
 *
 * @param no its number within the inspection, from 1
 * @param text what is wrong
 * @param severity how grave
 * @param dueOn the day by which it is to be remedied; a MAJOR one always has one
 */
public record Finding(int no, String text, Severity severity, @Nullable LocalDate dueOn) {}
