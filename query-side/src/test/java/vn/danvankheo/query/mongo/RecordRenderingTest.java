package vn.danvankheo.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.testing.RandomLife;
import vn.danvankheo.query.testing.Streams;

class RecordRenderingTest {
  private final RecordCodec<ModelState> codec = new RecordCodec<>(ModelState.class);
  private final RecordRendering rendering = new RecordRendering();

  @Property(tries = 100)
  void rendersWhatTheCodecDoesAndNothingTwice(@ForAll long seed) {
    @Nullable ModelState before = null;
    BsonDocument last = new BsonDocument();
    for (StoredEvent event : Streams.stored("m", RandomLife.of(seed, 40))) {
      ModelState state = (ModelState) Shapes.after(before, event);
      BsonDocument document = rendering.of(state);
      assertThat(document.toJson()).isEqualTo(codec.encode(state).toJson());
      assertThat(codec.decode(document)).isEqualTo(codec.decode(codec.encode(state)));
      if (before != null && before.form() == state.form()) {
        assertThat(document.get("form")).isSameAs(last.get("form"));
      }
      before = state;
      last = document;
    }
  }
}
