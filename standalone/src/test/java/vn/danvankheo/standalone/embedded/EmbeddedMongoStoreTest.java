package vn.danvankheo.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
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
}
