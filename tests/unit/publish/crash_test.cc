// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when the machine is against us: kill -9 at any moment, a full disk, readers in the middle of a switch.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include "tests/unit/publish/output_fixture.h"

namespace congbo::publish {

// A release whose files all say its number; some stay the same from release to release, some come and go.
static Files numbered_release(unsigned number) {
  const std::string text = std::to_string(number);
  Files files = {{"public/main/version.txt", text}, {"private/version.txt", text}};
  for (unsigned i = 0; i < 60; ++i) {
    const bool steady = i % 3 == 0;
    if (i % 5 == 0 && number % 2 == 0) continue;
    files["public/main/" + std::to_string(i % 7) + "/" + std::to_string(i) + ".html"] =
        steady ? std::string(2000, 'x') : text + std::string(i * 30, 'y');
  }
  if (number % 3 == 0) files["public/main/thay-doi/trong.html"] = text;
  if (number % 3 == 1) files["public/main/thay-doi"] = text;
  return files;
}

[[noreturn]] static void publish_for_ever(const std::string& out, unsigned number) {
  while (true) {
    ++number;
    auto release = Release::begin(out);
    if (!release) ::_exit(3);
    const auto work = release->work_folder();
    if (!work) ::_exit(4);
    write_file(*work + "/index", std::to_string(number));
    for (const auto& [path, bytes] : numbered_release(number)) {
      if (!release->put(path, bytes, "", "page")) ::_exit(5);
    }
    if (!release->adopt(*work + "/index", "private/search/index", "search index")) ::_exit(6);
    if (!release->show(facts_of(std::to_string(number)))) ::_exit(7);
  }
}

// Lets a child publish for a while and kills it; gives how it ended.
static int kill_a_publisher(const std::string& out, unsigned first_number, std::chrono::microseconds after) {
  const pid_t child = ::fork();
  if (child == 0) publish_for_ever(out, first_number);
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST_CASE("After kill -9 at any moment the shown tree is one whole release and the next build succeeds", "[AVA-01]") {
  const TemporaryFolder folder;
  std::mt19937 random(20260302);
  std::uniform_int_distribution<int> delay(0, 20'000);
  must_publish(folder.path(), numbered_release(1));
  for (unsigned round = 0; round < 70; ++round) {
    const int status = kill_a_publisher(folder.path(), round * 1000 + 1, std::chrono::microseconds(delay(random)));
    REQUIRE(WIFSIGNALED(status));  // it was still publishing: none of its steps failed

    const Files shown = shown_files(folder.path());
    const unsigned number = static_cast<unsigned>(std::stoul(shown.at("private/version.txt")));
    Files expected = numbered_release(number);
    if (shown.count("private/search/index")) expected["private/search/index"] = std::to_string(number);
    REQUIRE(shown == expected);
    REQUIRE(manifest_tells_the_truth(folder.path()));
    if (round % 4 == 0) {
      const Files next = numbered_release(round * 1000);
      must_publish(folder.path(), next);
      REQUIRE(shown_files(folder.path()) == next);
      REQUIRE(manifest_tells_the_truth(folder.path()));
    }
  }
}

class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    old_handler_ = ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &old_);
    rlimit limit = old_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    ::signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_{};
  void (*old_handler_)(int) = SIG_DFL;
};

TEST_CASE("A full disk leaves the old release whole, whatever could not be written") {
  const TemporaryFolder folder;
  const Files before = numbered_release(1);
  must_publish(folder.path(), before);
  Files after = numbered_release(2);
  after["public/main/lon.bin"] = std::string(50'000, 'z');
  rlim_t limit = 0;
  SECTION("a page") {
    limit = 10'000;
  }  // the manifest would fit
  SECTION("the manifest") {
    limit = 3'000;
  }  // smaller than the manifest; pages of this size fit
  if (limit == 3'000) after.erase("public/main/lon.bin");
  {
    const FileSizeLimit small(limit);
    const auto report = publish_files(folder.path(), after);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == "disk-full");
  }
  CHECK(shown_files(folder.path()) == before);
  CHECK(manifest_tells_the_truth(folder.path()));
  must_publish(folder.path(), after);
  CHECK(shown_files(folder.path()) == after);
}

static std::string read_below(int folder, const char* path) {
  char text[32] = {};
  const int file = ::openat(folder, path, O_RDONLY | O_CLOEXEC);
  const ssize_t length = file < 0 ? 0 : ::read(file, text, sizeof text);
  if (file >= 0) ::close(file);
  return {text, static_cast<std::size_t>(length < 0 ? 0 : length)};
}

// One look at a release as a server takes it: the current tree is opened once, then read from.
static std::pair<std::string, std::string> look(const std::string& out) {
  const int tree = ::open((out + "/.release/current").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::pair marks(read_below(tree, "public/main/version.txt"), read_below(tree, "private/version.txt"));
  ::close(tree);
  return marks;
}

TEST_CASE("Readers in the middle of a switch see the old release or the new one, never a mixture") {
  const TemporaryFolder folder;
  must_publish(folder.path(), numbered_release(1));
  std::atomic<bool> stop{false};
  std::atomic<unsigned> mixtures{0};
  std::atomic<unsigned long> looks[2] = {0, 0};
  const auto read_on = [&](int reader) {
    while (!stop) {
      const auto [open_part, closed_part] = look(folder.path());
      if (open_part.empty() || open_part != closed_part) ++mixtures;
      ++looks[reader];
    }
  };
  std::thread first(read_on, 0), second(read_on, 1);
  // Two trees serve readers that take less time than one build; the pause stands for the length of a real one.
  const auto wait_for_readers = [&] {
    const unsigned long seen[2] = {looks[0], looks[1]};
    while (looks[0] < seen[0] + 2 || looks[1] < seen[1] + 2) std::this_thread::yield();
  };
  for (unsigned number = 2; number < 150; ++number) {
    must_publish(folder.path(), numbered_release(number));
    wait_for_readers();
  }
  stop = true;
  first.join();
  second.join();
  CHECK(mixtures == 0);
}

TEST_CASE("A reader that opens files by name finds one there at every moment", "[AVA-01]") {
  const TemporaryFolder folder;
  must_publish(folder.path(), numbered_release(1));
  std::atomic<bool> stop{false};
  std::atomic<unsigned> missing{0};
  std::thread reader([&] {
    while (!stop) {
      if (read_file(folder.path("public/main/version.txt")).empty()) ++missing;
      if (read_file(folder.path("private/manifest.json")).empty()) ++missing;
    }
  });
  for (unsigned number = 2; number < 60; ++number) {
    must_publish(folder.path(), numbered_release(number));
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  stop = true;
  reader.join();
  CHECK(missing == 0);
}

}  // namespace congbo::publish
