package vn.danvankheo.standalone.demo;

import java.net.URI;

/** Sample data, played into a running registry through its public HTTP interface. */
public interface SampleData {
  /**
   * Plays everything in, unless it is there already.
   *
   * @param service the registry's address, like http://localhost:8080
   * @param userName an administrator's user name
   * @param password their password
   */
  void load(URI service, String userName, String password);
}
