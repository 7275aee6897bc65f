package dev.qiao.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** An authenticator of Chromium's own, as if it were built into the device of one page. */
final class VirtualAuthenticator {
  private final CDPSession protocol;
  private final String id;

  VirtualAuthenticator(Page page) {
    protocol = page.context().newCDPSession(page);
    protocol.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    id =
        protocol
            .send("WebAuthn.addVirtualAuthenticator", wanted)
            .get("authenticatorId")
            .getAsString();
  }

  /** Whether whoever holds the device is recognised from now on. */
  void recognises(boolean holder) {
    JsonObject wanted = new JsonObject();
    wanted.addProperty("authenticatorId", id);
    wanted.addProperty("isUserVerified", holder);
    protocol.send("WebAuthn.setUserVerified", wanted);
  }

  /** How many passkeys it keeps. */
  int passkeys() {
    JsonObject asked = new JsonObject();
    asked.addProperty("authenticatorId", id);
    return protocol.send("WebAuthn.getCredentials", asked).getAsJsonArray("credentials").size();
  }
}
