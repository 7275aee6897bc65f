package dev.qiao.proposal;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a proposal would change: what it is now and what it would be. Texts are codes or
 * whole numbers, never personal data: they are kept for ever.
 *
 * @param before null where there is nothing now
 * @param after null where there would be nothing
 */
@Schema(name = "ProposedChange")
public record Change(
    @Schema(example = "level") String field, @Nullable String before, @Nullable String after) {}
