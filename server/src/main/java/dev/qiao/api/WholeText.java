package dev.qiao.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Reads texts, refusing numbers and booleans that would pass for some, and halves of characters
 * (lone surrogates): JSON can spell them, but neither UTF-8 nor the database can.
 */
final class WholeText extends StringDeserializer {
  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(getValueType(context), parser);
    }
    String text = super.deserialize(parser, context);
    if (text != null && text.codePoints().anyMatch(Text::isHalf)) {
      return (String)
          context.handleWeirdStringValue(String.class, "", "half of a character without the other");
    }
    return text;
  }
}
