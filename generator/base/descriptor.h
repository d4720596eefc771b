// SPDX-License-Identifier: GPL-3.0-or-later
// An open file by its number, for code that talks to the system itself.
#pragma once
#include <string_view>

namespace congbo {

// Owns one open file or folder.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }
  int get() const { return number_; }
  bool open() const { return number_ >= 0; }
  int release();
  // False with errno set when the disk only now says that something is lost (network drives do).
  bool close();

 private:
  int number_;
};

// Writes all of `bytes`; false with errno set when it could not.
bool write_all(int file, std::string_view bytes);

}  // namespace congbo
