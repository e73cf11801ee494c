package vn.danvankheo.command.personal;

import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.vocabulary.PersonalField;

/** The places where persons are told of, as keys name them. */
public final class Subjects {
  private static final String ACCOUNT_FIELD = "displayName";

  private Subjects() {}

  /**
   * A field of a model's form.
   *
   * @param modelId the model
   * @param field not a recipient
   * @return such as {@code <model id>/contactPhone}
   */
  public static String field(String modelId, PersonalField field) {
    return modelId + '/' + field.component();
  }

  /**
   * Who received a commendation.
   *
   * @param modelId the model
   * @param commendation its number, from 1
   * @param recipient the place in it, from 1
   * @return such as {@code <model id>/commendations/1/recipients/2}
   */
  public static String recipient(String modelId, int commendation, int recipient) {
    return modelId + "/commendations/" + commendation + "/recipients/" + recipient;
  }

  /**
   * The person of an account.
   *
   * @param stream the account's stream
   * @return such as {@code account:nguyen-van-a/displayName}
   */
  public static String account(String stream) {
    return stream + '/' + ACCOUNT_FIELD;
  }

  /** Where a text of an event belongs. */
  static String of(String stream, DomainEvent event, String path) {
    if (event instanceof ModelCommended commended) {
      String place = path.split("/", -1)[2];
      return recipient(stream, commended.no(), Integer.parseInt(place) + 1);
    }
    return stream + path.substring(path.lastIndexOf('/'));
  }

  /** Whether a text of an event is what models are found by. */
  static boolean searched(String subject) {
    return subject.endsWith('/' + PersonalField.SUBJECT_NAME.component());
  }
}
