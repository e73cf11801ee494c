package vn.danvankheo.query.views.accounts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.DocumentAnswer;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/accounts}, {@code /api/accounts/{userName}}: who may come in, and as what. Names
 * are in it, so nobody keeps it.
 */
public final class AccountsEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.ACCOUNTS, Views.UNITS);
  private static final Parameter<Role> ROLE = Parameter.choice("role", Role.class);
  private static final Parameter<Boolean> DISABLED = Parameter.flag("disabled");

  private final ViewGate gate;
  private final AccountStore accounts;
  private final UnitStore units;
  private final PersonalOpener opener;

  /**
   * Serves accounts from the view.
   *
   * @param gate lets requests to the view
   * @param accounts the accounts
   * @param units the tree of units
   * @param opener opens names
   */
  public AccountsEndpoint(
      ViewGate gate, AccountStore accounts, UnitStore units, PersonalOpener opener) {
    this.gate = gate;
    this.accounts = accounts;
    this.units = units;
    this.opener = opener;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/accounts", "listAccounts", "Các tài khoản")
            .right(Right.READ_ACCOUNTS)
            .query(
                QuerySpec.of(
                    UnitParameter.UNIT,
                    ROLE,
                    DISABLED,
                    QuerySpec.LIMIT,
                    QuerySpec.CURSOR,
                    ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .answer(
                Answer.json(
                    200,
                    "Danh sách theo tên đăng nhập",
                    RecordSchema.page(schema()),
                    ViewGate.POSITION))
            .to(this::list),
        Operation.of("GET", "/api/accounts/{userName}", "getAccount", "Một tài khoản")
            .right(Right.READ_ACCOUNTS)
            .query(QuerySpec.of(ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .answer(Answer.json(200, "Tài khoản", schema(), "ETag", ViewGate.POSITION))
            .to(this::one));
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS);
    AccountState account =
        accounts
            .find(exchange.path("userName"))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    exchange.response().setHeader("ETag", gate.tags(Views.ACCOUNTS).apply(account.version()));
    exchange.response().setHeader("Cache-Control", "private, no-store");
    DocumentAnswer.one(exchange, document(account, opened(exchange, List.of(account))));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    gate.enter(exchange, VIEWS);
    Optional<Set<String>> under = UnitParameter.under(query, units, units.tree(), gate.today());
    List<AccountState> wanted =
        accounts.all().stream()
            .filter(a -> under.map(codes -> codes.contains(a.unitCode())).orElse(true))
            .filter(a -> query.get(ROLE).map(a.roles()::contains).orElse(true))
            .filter(a -> query.get(DISABLED).map(d -> d == a.disabled()).orElse(true))
            .toList();
    String list =
        "accounts" + query.get(UnitParameter.UNIT) + query.get(ROLE) + query.get(DISABLED);
    MemoryPage<AccountState> page =
        MemoryPage.of(wanted, AccountState::userName, AccountState::userName, query, list);
    OpenedTexts words = opened(exchange, page.items());
    exchange.response().setHeader("Cache-Control", "private, no-store");
    DocumentAnswer.page(exchange, page, account -> document(account, words));
  }

  private OpenedTexts opened(Exchange exchange, List<AccountState> shown) {
    return opener.wordsOf(shown, Language.of(exchange.request()));
  }

  private static BsonDocument document(AccountState account, OpenedTexts words) {
    String unit = account.unitCode();
    return new BsonDocument("userName", new BsonString(account.userName()))
        .append("version", new BsonInt64(account.version()))
        .append("displayName", new BsonString(words.apply(account.displayName())))
        .append("position", new BsonString(account.position()))
        .append("unitCode", unit == null ? BsonNull.VALUE : new BsonString(unit))
        .append(
            "roles",
            new BsonArray(account.roles().stream().map(r -> new BsonString(r.name())).toList()))
        .append("disabled", BsonBoolean.valueOf(account.disabled()));
  }

  private static ObjectNode schema() {
    return RecordSchema.of(AccountState.class);
  }
}
