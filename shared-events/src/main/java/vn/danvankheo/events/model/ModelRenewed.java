package vn.danvankheo.events.model;

import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.vocabulary.Objective;

/**
 * The model was registered again for a later year.
 *
 * @param year the new term, 2000 to 2100
 * @param objectives the new year's targets
 * @param registeredOn the day it was handed in, earlier than the recording when it came on paper
 * @param late whether it came after the plan's due day
 * @param registeredBy the user name of who registered, for the four-eyes rule
 */
public record ModelRenewed(
    int year, List<Objective> objectives, LocalDate registeredOn, boolean late, String registeredBy)
    implements ModelEvent {}
