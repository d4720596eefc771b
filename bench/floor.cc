// SPDX-License-Identifier: GPL-3.0-or-later
// The least a generator can do: list and read the sources, turn their bodies to HTML with cmark-gfm, and write as many
// files with as many bytes as a built site has. No front matter, no layout, no list is looked at. Two threads.
//
//   floor CONTENT SITE OUT     prints the seconds; SITE is read beforehand and does not count
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t thread_count = 2;

std::string read_file(const fs::path& path) {
  std::string bytes(fs::file_size(path), '\0');
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file || std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size()) std::abort();
  std::fclose(file);
  return bytes;
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) std::abort();
  std::fclose(file);
}

std::vector<fs::path> files_below(const fs::path& root, const std::string& ending) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && (ending.empty() || entry.path().extension() == ending))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void on_threads(std::size_t count, const std::function<void(std::size_t)>& work) {
  constexpr std::size_t share = 16;
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < thread_count; ++thread) {
    threads.emplace_back([&] {
      for (std::size_t start = next.fetch_add(share); start < count; start = next.fetch_add(share)) {
        for (std::size_t i = start; i < std::min(count, start + share); ++i) work(i);
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

std::string render(const std::string& text) {
  const std::size_t end = text.starts_with("---\n") ? text.find("\n---\n", 4) : std::string::npos;
  const std::size_t body = end == std::string::npos ? 0 : end + 5;
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (const char* name : {"table", "autolink", "strikethrough"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.data() + body, text.size() - body);
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  std::string rendered(html);
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return rendered;
}

struct BuiltSite {
  std::vector<fs::path> paths, folders;  // relative
  std::vector<std::string> bytes;
};

BuiltSite read_site(const fs::path& root) {
  BuiltSite site;
  for (const fs::path& file : files_below(root, "")) {
    site.paths.push_back(file.lexically_relative(root));
    site.folders.push_back(site.paths.back().parent_path());
    site.bytes.push_back(read_file(file));
  }
  std::sort(site.folders.begin(), site.folders.end());
  site.folders.erase(std::unique(site.folders.begin(), site.folders.end()), site.folders.end());
  return site;
}

void build(const fs::path& content, const BuiltSite& site, const fs::path& out) {
  const auto sources = files_below(content, ".md");
  std::vector<std::string> rendered(sources.size());
  on_threads(sources.size(), [&](std::size_t i) { rendered[i] = render(read_file(sources[i])); });
  for (const fs::path& folder : site.folders) fs::create_directories(out / folder);
  on_threads(site.paths.size(), [&](std::size_t i) { write_file(out / site.paths[i], site.bytes[i]); });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return std::fputs("floor CONTENT SITE OUT\n", stderr), 2;
  cmark_gfm_core_extensions_ensure_registered();
  const BuiltSite site = read_site(arguments[2]);
  const auto start = std::chrono::steady_clock::now();
  build(arguments[1], site, arguments[3]);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::printf("%.4f\n", taken.count());
  return 0;
}
