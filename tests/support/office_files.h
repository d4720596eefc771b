// SPDX-License-Identifier: GPL-3.0-or-later
// Small attachments made on the spot: packages (zip, stored) and PDFs of one font.
#pragma once
#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::test {

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

inline void little(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

struct ZipEntry {
  std::string name, bytes;
  std::uint32_t claimed = 0;  // the size it says it expands to; 0: the true one
  std::uint16_t flags = 0;    // 1: encrypted
};

inline std::string zip_of(const std::vector<ZipEntry>& entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    const auto offset = out.size();
    std::string about;
    little(about, 20, 2);
    little(about, entry.flags, 2);
    little(about, 0, 2);  // stored
    little(about, 0x21, 4);
    little(about, crc32_of(entry.bytes), 4);
    little(about, entry.bytes.size(), 4);
    little(about, entry.claimed ? entry.claimed : entry.bytes.size(), 4);
    little(about, entry.name.size(), 2);
    little(about, 0, 2);
    out += "PK\x03\x04" + about + entry.name + entry.bytes;
    directory += std::string("PK\x01\x02") + std::string("\x14\0", 2) + about;
    little(directory, 0, 2);
    little(directory, 0, 2);
    little(directory, 0, 2);
    little(directory, 0, 4);
    little(directory, offset, 4);
    directory += entry.name;
  }
  const auto begin = out.size();
  out += directory + "PK\x05\x06";
  little(out, 0, 4);
  little(out, entries.size(), 2);
  little(out, entries.size(), 2);
  little(out, directory.size(), 4);
  little(out, begin, 4);
  little(out, 0, 2);
  return out;
}

inline std::string docx_of(const std::string& body) {
  return zip_of({{"word/document.xml",
                  "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}});
}

inline std::string pdf_of_objects(const std::vector<std::string>& objects, const std::string& trailer = {}) {
  std::string out = "%PDF-1.4\n", table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", out.size());
    table += line;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t begin = out.size();
  return out + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R " + trailer +
         " >>\nstartxref\n" + std::to_string(begin) + "\n%%EOF\n";
}

inline std::string stream_object(const std::string& dictionary, const std::string& bytes) {
  return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

// A page for each text (bytes of WinAnsi; lines by "\n"); an empty one is a picture of one pixel, as a scanner makes
// it.
inline std::string pdf_of(const std::vector<std::string>& pages, const std::string& trailer = {}) {
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      stream_object("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
                    "\x7F")};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + std::to_string(6 + 2 * i) +
                      " 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>");
    std::string drawing = pages[i].empty() ? "q 500 0 0 800 20 20 cm /I Do Q" : "BT /F 11 Tf 14 TL 40 800 Td (";
    if (!pages[i].empty()) {
      for (const char c : pages[i]) {
        if (c == '\n') {
          drawing += ") Tj T* (";
          continue;
        }
        if (c == '(' || c == ')' || c == '\\') drawing += '\\';
        drawing += c;
      }
      drawing += ") Tj ET";
    }
    objects.push_back(stream_object("", drawing));
  }
  return pdf_of_objects(objects, trailer);
}

// Nobody knows the password of this one.
inline std::string locked_pdf() {
  const std::string key(64, 'A');
  return pdf_of({"x"},
                "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter "
                "/Standard /V 1 /R 2 /O <" +
                    key + "> /U <" + key + "> /P -4 >>");
}

}  // namespace congbo::test
