package vn.danvankheo.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import org.bson.Document;
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

  private static Document older(String id, long position) {
    return new Document("_id", id).append("_position", new Document("$lt", position));
  }

  private static Document set(String title) {
    return new Document("$set", new Document("title", title));
  }
}
