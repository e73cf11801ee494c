package vn.danvankheo.command.importing.encoding;

/** The same words in Unicode, TCVN3 and VNI, the latter two as a Unicode cell shows them. */
final class LegacySamples {
  static final String TEXTS =
      """
      Mô hình Dân vận khéo trong cải cách hành chính ; \
      M« h×nh D©n vËn khÐo trong c¶i c¸ch hµnh chÝnh ; \
      Moâ hình Daân vaän kheùo trong caûi caùch haønh chính
      Xây dựng Đảng, chính quyền, đoàn thể vững mạnh ; \
      X©y dùng §¶ng, chÝnh quyÒn, ®oµn thÓ v÷ng m¹nh ; \
      Xaây döïng Ñaûng, chính quyeàn, ñoaøn theå vöõng maïnh
      đường điện thắp sáng ; ®\u00ADêng ®iÖn th¾p s¸ng ; ñöôøng ñieän thaép saùng
      xã Hà Hiệu ; x· Hµ HiÖu ; xaõ Haø Hieäu
      412/QĐ-UBND ; 412/Q§-UBND ; 412/QÑ-UBND
      Người dân được hưởng lợi, không phải chờ đợi ; \
      Ng\u00ADêi d©n ®\u00ADîc h\u00ADëng lîi, kh«ng ph¶i chê ®îi ; \
      Ngöôøi daân ñöôïc höôûng lôïi, khoâng phaûi chôø ñôïi
      Chung tay cùng thôn Nà Pài xây dựng nông thôn mới ; \
      Chung tay cïng th«n Nµ Pµi x©y dùng n«ng th«n míi ; \
      Chung tay cuøng thoân Naø Paøi xaây döïng noâng thoân môùi
      """;

  private LegacySamples() {}
}
