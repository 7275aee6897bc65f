package dev.qiao.payment;

import org.jspecify.annotations.Nullable;

/** A name and, where there is one, its English form. */
public record Names(String name, @Nullable String nameEn) {}
