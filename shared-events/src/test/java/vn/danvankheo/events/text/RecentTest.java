package vn.danvankheo.events.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecentTest {
  @Property
  void givesWhatTheFunctionGives(@ForAll List<String> texts) {
    Recent<String> recent = new Recent<>(VietnameseText::fold);
    for (String text : texts) {
      assertThat(recent.of(text)).isEqualTo(VietnameseText.fold(text));
    }
  }

  @Test
  void tellsTextsOfOneHashApart() {
    Recent<Integer> recent = new Recent<>(text -> (int) text.charAt(0));
    for (int i = 0; i < 3; i++) {
      assertThat(recent.of("Aa")).isEqualTo('A');
      assertThat(recent.of("BB")).isEqualTo('B');
    }
  }

  @Test
  void asksOnceForATextAndAlwaysForALongOne() {
    AtomicInteger asked = new AtomicInteger();
    Recent<Integer> recent = new Recent<>(text -> asked.incrementAndGet());
    assertThat(recent.of("Nhà sạch")).isEqualTo(recent.of("Nhà sạch")).isEqualTo(1);
    assertThat(recent.of("a".repeat(301))).isEqualTo(2);
    assertThat(recent.of("a".repeat(301))).isEqualTo(3);
  }
}
