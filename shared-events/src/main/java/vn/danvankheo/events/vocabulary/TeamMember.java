package vn.danvankheo.events.vocabulary;

/**
 * A member of an inspection team; positions, not names.
 *
 * @param position the position
 * @param unitCode the member's unit
 * @param role the part in the team
 */
public record TeamMember(String position, String unitCode, TeamRole role) {}
