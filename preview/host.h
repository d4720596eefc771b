// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo::preview {

// What the Host header of a request asks for.
struct WantedHost {
  bool allowed = false;  // this machine under one of its own names; anything else may be DNS rebinding
  bool preview = false;  // "preview.localhost" or "<portal>.preview.localhost"
  std::string portal;    // "<portal>.localhost": the portal's id; empty for the main one
};

// `address` is what the server listens on; its own name is allowed as well.
WantedHost read_host(std::string_view host_header, std::string_view address);

}  // namespace congbo::preview
