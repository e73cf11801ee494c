package vn.danvankheo.command.http;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.vocabulary.Role;

/** An office with its people, units and plan, all made over HTTP; each with codes of its own. */
final class Office {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final String code = "O" + COUNT.incrementAndGet();
  final String centre = code + "-TT";
  final String other = code + "-NC";
  final Http admin = HttpSide.as("admin", code, Role.ADMIN);
  final Http clerk = HttpSide.as("clerk", centre, Role.CLERK);
  final Http inspector = HttpSide.as("inspector", code, Role.INSPECTOR);
  final Http coordinator = HttpSide.as("coordinator", code, Role.COORDINATOR);
  final Http leader = HttpSide.as("leader", code, Role.LEADER);
  final Http auditor = HttpSide.as("auditor", code, Role.AUDITOR);

  static Office open() {
    Office office = new Office();
    office.unit(office.code, null);
    office.unit(office.centre, office.code);
    office.unit(office.other, office.code);
    for (int year : new int[] {2024, 2025}) {
      Http.expect(office.leader.post("/api/plans", office.plan(year)), 201);
    }
    return office;
  }

  void unit(String unitCode, String parent) {
    ObjectNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("code", unitCode)
            .put("name", "Đơn vị " + unitCode)
            .put("type", "DEPARTMENT");
    if (parent != null) {
      body.put("parentCode", parent);
    }
    Http.expect(admin.post("/api/units", body.toString()), 201);
  }

  String plan(int year) {
    return json(
        "{'unitCode':'%s','year':%d,'number':'12/KH-VP','issuedOn':'2024-02-26',"
            + "'issuer':'Văn phòng UBND tỉnh','title':'Kế hoạch dân vận khéo %d',"
            + "'registrationDueOn':'2099-03-15','midYearReportDueOn':'%d-06-10',"
            + "'finalReportDueOn':'%d-11-30','legalBases':[{'code':'03-KL/TU','title':'Kết luận',"
            + "'issuer':'Tỉnh ủy'}],'focusTasks':[{'code':'NV1','title':'Cải cách hành chính'}]}",
        code, year, year, year, year);
  }

  String form(String title) {
    return json(
        "{'title':'%s','subjectKind':'COLLECTIVE','subjectName':'Trung tâm','unitCode':'%s',"
            + "'year':2024,'field':'ADMINISTRATIVE_REFORM','content':'Tiếp nhận và trả kết quả"
            + " ngay trong ngày thứ Ba','objectives':[{'indicator':'Hồ sơ','unit':'hồ sơ',"
            + "'target':2400}],'startsOn':'2024-03-12','endsOn':'2024-12-31',"
            + "'location':'Thành phố Bắc Kạn','responsiblePosition':'Giám đốc',"
            + "'legalBases':['03-KL/TU'],'focusTasks':['NV1']}",
        title, centre);
  }

  /** A registered model. */
  String model(String title) {
    return Http.expect(clerk.post("/api/models", form(title)), 201).get("id").stringValue();
  }

  /** A model that may be carried out. */
  String approved(String title) {
    String id = model(title);
    Http.expect(leader.on("/api/models/" + id + "/approval", "{}"), 200);
    return id;
  }

  /** A model with one inspection; a finding is open when its gravity is given. */
  String inspected(String title, String severity) {
    String id = approved(title);
    Http.expect(inspector.on("/api/models/" + id + "/inspections", inspection(severity)), 200);
    return id;
  }

  /** A recognised model. */
  String recognized(String title) {
    String id = inspected(title, null);
    Http.expect(leader.on("/api/models/" + id + "/recognition", recognition()), 200);
    return id;
  }

  String inspection(String severity) {
    String finding =
        severity == null
            ? ""
            : "{'text':'Chưa niêm yết','severity':'" + severity + "','dueOn':'2099-01-01'}";
    return json(
        "{'kind':'PERIODIC','inspectedOn':'2024-09-10','team':[{'position':'Trưởng phòng',"
            + "'unitCode':'%s','role':'HEAD'}],'minutesNumber':'12/BB-VP','scores':[%s],"
            + "'findings':[%s],'conclusion':'Thực hiện tốt'}",
        code, scores(), finding);
  }

  private static String scores() {
    int[] points = {10, 14, 18, 28, 9, 8, 5};
    StringBuilder scores = new StringBuilder();
    for (int i = 0; i < points.length; i++) {
      scores.append(i == 0 ? "" : ",");
      scores.append("{'criterion':'TC").append(i + 1).append("','points':").append(points[i]);
      scores.append('}');
    }
    return scores.toString();
  }

  static String decision(int number) {
    return json(
        "{'number':'%d/QĐ-VP','issuedOn':'2024-12-10','issuer':'Văn phòng UBND tỉnh',"
            + "'signerPosition':'Chánh Văn phòng'}",
        number);
  }

  static String recognition() {
    return "{\"level\":\"OFFICE\",\"decision\":" + decision(401) + "}";
  }

  String commendation() {
    return json(
            "{'form':'CERTIFICATE_OF_MERIT_UNIT','basis':'ANNUAL','merit':'Có thành tích xuất sắc',"
                + "'recipients':[{'kind':'COLLECTIVE','name':'Trung tâm','unitCode':'%s',"
                + "'bonusVnd':1404000}],'decision':#}",
            centre)
        .replace("#", decision(412));
  }

  static String basis() {
    return json(
        "{'code':'18-NQ/TW','title':'Nghị quyết','issuer':'Trung ương','issuedOn':'2017-10-25'}");
  }

  /** JSON with single quotes for double ones. */
  static String json(String template, Object... values) {
    return String.format(template, values).replace('\'', '"');
  }

  static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
