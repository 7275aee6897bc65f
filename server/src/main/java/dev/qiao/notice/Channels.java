package dev.qiao.notice;

import dev.qiao.api.PlatformTerms;
import dev.qiao.database.StartRefused;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * The channels that the settings name, in their order. Demo mode has none but its inbox, whatever
 * the settings say: nobody outside ever hears from a demonstration.
 */
@Component
class Channels {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final List<NoticeChannel> channels;
  private final ChannelHealth health;

  Channels(NoticeTerms terms, PlatformTerms platform, ChannelHealth health, ObjectMapper json) {
    this.health = health;
    List<NoticeChannel> built = new ArrayList<>();
    if (!platform.demo()) {
      terms.sms().forEach(sms -> built.add(gateway(sms, platform.name(), json)));
      Optional.ofNullable(terms.smtp()).ifPresent(smtp -> built.add(mail(smtp, platform.name())));
    }
    this.channels = List.copyOf(built);
    if (channels.stream().map(NoticeChannel::name).collect(Collectors.toSet()).size()
        < channels.size()) {
      throw new StartRefused("Two channels under qiao.notice have the same name.");
    }
  }

  /** Those that can carry it: the one asked for, then those that work, then the others. */
  List<NoticeChannel> of(Medium medium, Optional<String> asked) {
    return channels.stream()
        .filter(channel -> channel.carries(medium))
        .sorted(
            Comparator.comparing((NoticeChannel channel) -> !isAsked(channel, asked))
                .thenComparing(channel -> health.isDown(channel.name())))
        .toList();
  }

  boolean isTroubled(Medium medium) {
    List<NoticeChannel> all = of(medium, Optional.empty());
    return !all.isEmpty() && all.stream().allMatch(channel -> health.isDown(channel.name()));
  }

  private static boolean isAsked(NoticeChannel channel, Optional<String> asked) {
    return asked.filter(channel.name()::equals).isPresent();
  }

  private static NoticeChannel gateway(NoticeTerms.Sms sms, String platform, ObjectMapper json) {
    require(NAME.matcher(sms.name()).matches(), sms.name(), "its name may hold a-z, 0-9 and -");
    URI url = sms.url();
    boolean safe =
        url != null
            && ("https".equals(url.getScheme())
                || "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()));
    require(safe, sms.name(), "its url has to be https");
    require(sms.body() != null, sms.name(), "it needs a body");
    try {
      return new HttpGateway(sms, platform, json);
    } catch (IllegalArgumentException wrong) {
      throw refused(sms.name(), "its body does not work: " + wrong.getMessage());
    }
  }

  private static NoticeChannel mail(NoticeTerms.Smtp smtp, String platform) {
    require(NAME.matcher(smtp.name()).matches(), smtp.name(), "its name may hold a-z, 0-9 and -");
    require(smtp.host() != null && smtp.from() != null, smtp.name(), "it needs host and from");
    boolean safe =
        smtp.security() != NoticeTerms.Security.NONE || THIS_MACHINE.contains(smtp.host());
    require(safe, smtp.name(), "its security has to be starttls or tls");
    try {
      return new MailServer(smtp, platform);
    } catch (IllegalArgumentException wrong) {
      throw refused(smtp.name(), wrong.getMessage());
    }
  }

  private static void require(boolean fulfilled, String channel, String what) {
    if (!fulfilled) {
      throw refused(channel, what);
    }
  }

  private static StartRefused refused(String channel, String what) {
    return new StartRefused("The channel \"" + channel + "\" under qiao.notice: " + what + ".");
  }
}
