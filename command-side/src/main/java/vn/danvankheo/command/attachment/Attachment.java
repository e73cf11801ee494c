package vn.danvankheo.command.attachment;

/**
 * A paper that is kept.
 *
 * @param id {@code sha256:} and the hexadecimal digest of its content
 * @param name the name it was sent under
 * @param mediaType what its content is
 * @param size in bytes
 */
public record Attachment(String id, String name, String mediaType, long size) {}
