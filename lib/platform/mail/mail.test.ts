import { expect, test } from "vitest";
import { addressOf, htmlOf, subjectOf, textOf } from "./mail";

test.each([
  "ana@harbor.test\r\nBcc: eve@other.test",
  "ana@harbor.test, eve@other.test",
  "Ana <ana@harbor.test>",
  "ana@harbor.test;eve@other.test",
  "group:ana@harbor.test",
  "ana",
  "",
])("a mail goes to one plain address, and never to %j", (to) => {
  expect(() => addressOf(to)).toThrow("one address");
});

test("a name in a subject adds no header", () => {
  expect(subjectOf("Join Harbor\r\nBcc: eve@other.test")).toBe("Join Harbor Bcc: eve@other.test");
  expect(subjectOf("x".repeat(1000))).toHaveLength(150);
});

test("text and HTML say the same, and a name adds no markup", () => {
  const mail = {
    to: "ana@harbor.test",
    subject: "Join",
    paragraphs: ["Join <b>Harbor</b> & Co"],
    link: { label: "Set your password", url: "https://callmark.test/join/a?b&c" },
  };
  expect(textOf(mail)).toBe("Join <b>Harbor</b> & Co\n\nSet your password:\nhttps://callmark.test/join/a?b&c");
  expect(htmlOf(mail)).toContain("<p>Join &lt;b&gt;Harbor&lt;/b&gt; &amp; Co</p>");
  expect(htmlOf(mail)).toContain('<a href="https://callmark.test/join/a?b&amp;c">Set your password</a>');
});
