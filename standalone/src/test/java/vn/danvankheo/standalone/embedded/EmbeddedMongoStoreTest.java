package vn.danvankheo.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class EmbeddedMongoStoreTest {
  @Test
  void answersTheDriverAndStartsEmpty() {
    for (int start = 1; start <= 2; start++) {
      try (EmbeddedMongo server = EmbeddedMongo.start();
          MongoClient client = MongoClients.create(server.connectionString())) {
        assertThat(server.connectionString()).startsWith("mongodb://127.0.0.1:");
        MongoCollection<Document> models = client.getDatabase("test").getCollection("models");
        assertThat(models.countDocuments()).isZero();
        models.insertOne(new Document("_id", 1).append("title", "Dân vận khéo"));
        assertThat(models.find(new Document("_id", 1)).first())
            .containsEntry("title", "Dân vận khéo");
      }
    }
  }

  @Test
  void findsAnIdWithAConditionBesideIt() {
    try (EmbeddedMongo server = EmbeddedMongo.start();
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> models = client.getDatabase("test").getCollection("models");
      models.insertMany(
          List.of(
              new Document("_id", "a").append("_position", 5L).append("title", "cũ"),
              new Document("_id", "b").append("_position", 5L).append("title", "cũ")));

      assertThat(models.updateOne(older("a", 6), set("mới")).getModifiedCount()).isEqualTo(1);
      assertThat(models.updateOne(older("b", 5), set("mới")).getMatchedCount()).isZero();
      assertThatThrownBy(
              () -> models.updateOne(older("b", 5), set("mới"), new UpdateOptions().upsert(true)))
          .hasMessageContaining("E11000");
      assertThat(models.deleteOne(older("a", 5)).getDeletedCount()).isZero();
      assertThat(models.find(new Document("_id", "a").append("title", "cũ")).first()).isNull();
      assertThat(models.find().sort(new Document("_id", 1)).map(d -> d.getString("title")))
          .containsExactly("mới", "cũ");
    }
  }

  @Test
  void givesMoreThanOneReplyTakesInSeveral() {
    try (EmbeddedMongo server = EmbeddedMongo.start();
        MongoClient client = MongoClients.create(server.connectionString())) {
      MongoCollection<Document> models = client.getDatabase("test").getCollection("models");
      for (int i = 0; i < 13; i++) {
        models.insertOne(new Document("_id", i).append("content", "x".repeat(4_000_000)));
      }
      assertThat(models.find().map(d -> d.get("_id"))).hasSize(13);
      assertThat(models.find().batchSize(12).sort(new Document("_id", -1)).map(d -> d.get("_id")))
          .hasSize(13)
          .startsWith(12, 11)
          .endsWith(0);
      assertThat(models.find().limit(12).map(d -> d.get("_id"))).hasSize(12);
      assertThat(models.updateMany(new Document(), set("mới")).getModifiedCount()).isEqualTo(13);
      assertThat(models.deleteMany(new Document("title", "mới")).getDeletedCount()).isEqualTo(13);
    }
  }

  @Test
  void givesEveryKindOfValueBackAsItCame() {
    try (EmbeddedMongo server = EmbeddedMongo.start();
        MongoClient client = MongoClients.create(server.connectionString())) {
      var kinds = client.getDatabase("test").getCollection("kinds", BsonDocument.class);
      BsonDocument all =
          new BsonDocument("_id", new BsonObjectId(new ObjectId()))
              .append("texts", texts("khéo", "khéo", "khéo", "", "\0𝄞", "x".repeat(500)))
              .append("whole", longs(0, 1, -1, 127, 128, Long.MIN_VALUE, Long.MAX_VALUE))
              .append("small", new BsonInt32(-1))
              .append("most", new BsonInt32(Integer.MAX_VALUE))
              .append("broken", new BsonDouble(-0.1))
              .append("is", BsonBoolean.TRUE)
              .append("not", BsonBoolean.FALSE)
              .append("none", BsonNull.VALUE)
              .append("at", new BsonDateTime(-1))
              .append("data", new BsonBinary(new byte[] {0, 1, -1}))
              .append("uuid", new BsonBinary(new UUID(1, 2)))
              .append("exact", new BsonDecimal128(Decimal128.parse("1.50")))
              .append("pattern", new BsonRegularExpression("^a", "i"))
              .append("within", new BsonDocument("a", new BsonDocument()))
              .append("nested", new BsonArray(List.of(new BsonArray(), texts("khéo"))));
      kinds.insertOne(all);

      assertThat(kinds.find()).containsExactly(all);
      assertThat(kinds.find(new BsonDocument("exact", all.get("exact")))).containsExactly(all);
    }
  }

  private static BsonArray texts(String... texts) {
    return new BsonArray(Stream.of(texts).map(BsonString::new).toList());
  }

  private static BsonArray longs(long... numbers) {
    return new BsonArray(LongStream.of(numbers).mapToObj(BsonInt64::new).toList());
  }

  private static Document older(String id, long position) {
    return new Document("_id", id).append("_position", new Document("$lt", position));
  }

  private static Document set(String title) {
    return new Document("$set", new Document("title", title));
  }
}
