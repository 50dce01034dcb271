# .ci/deps: looks first, tells before it installs, never asks.
load common

# A machine where nothing but the packages in ./have is installed; apt knows those in ./apt.
setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    mkdir fake
    cat >fake/dpkg-query <<'F'
#!/bin/sh
for last; do :; done
grep -qx "$last" have && printf installed
F
    cat >fake/apt-cache <<'F'
#!/bin/sh
if grep -qx "$2" unknown; then printf '  Candidate: (none)\n'; else printf '  Candidate: 1.0\n'; fi
F
    cat >fake/apt-get <<'F'
#!/bin/sh
echo "apt-get $*" >>log
[ ! -f apt-fails ] || { echo "E: no network"; exit 100; }
F
    printf '#!/bin/sh\ncat uid\n' >fake/id
    printf '#!/bin/sh\n[ -f sudo-ok ] || exit 1\n[ "$1" != -n ] || exit 0\necho "sudo $*" >>log; "$@"\n' >fake/sudo
    chmod +x fake/*
    touch have unknown log
    echo 0 >uid
    PATH=$PWD/fake:$PATH
}

everything() { grep -A9 '^build=' "$TOP/.ci/deps" | tr -d '"' | sed 's/^build=//; /^test=/,$d' | tr ' |' '\n\n' | grep .; }

@test "silent when nothing is missing" {
    everything >have
    works "$TOP/.ci/deps" build
    [ -z "$output" ]
    [ ! -s log ]
}

@test "root: says what it will install before it installs just that" {
    everything | grep -vx 'libpng-dev\|gcc' >have
    works "$TOP/.ci/deps" build
    says "will now install with apt: gcc libpng-dev"
    grep -q '^apt-get install -y --no-install-recommends gcc libpng-dev$' log
}

@test "either of two names will do, and the one apt knows is taken" {
    everything | grep -vx 'fonts-liberation2\|fonts-liberation' >have
    echo fonts-liberation2 >unknown
    works "$TOP/.ci/deps" build
    grep -q 'install .* fonts-liberation$' log
    everything | grep -vx 'fonts-liberation2' >have
    : >log
    works "$TOP/.ci/deps" build
    [ ! -s log ]
}

@test "sudo without a password is used" {
    everything | grep -vx gcc >have
    echo 1000 >uid
    touch sudo-ok
    works "$TOP/.ci/deps" build
    grep -q '^sudo .*apt-get install .* gcc$' log
}

@test "when it may not, it prints the one line to run and fails" {
    everything | grep -vx 'gcc\|libpng-dev' >have
    echo 1000 >uid
    fails 3 "$TOP/.ci/deps" build
    says "sudo apt-get update && sudo apt-get install -y --no-install-recommends gcc libpng-dev"
    [ ! -s log ]
}

@test "apt's own failure is told and fails" {
    everything | grep -vx gcc >have
    touch apt-fails
    fails 3 "$TOP/.ci/deps" build
    says "no network" "apt"
}

@test "a package apt does not know is named" {
    everything | grep -vx gcc >have
    echo gcc >unknown
    fails 3 "$TOP/.ci/deps" build
    says "gcc"
}

@test "every set can be asked for, others are refused" {
    "$TOP/.ci/deps" test && "$TOP/.ci/deps" check
    fails 2 "$TOP/.ci/deps" lunch
}
