"""The `home` network of the first walk, built from real Linux network namespaces joined by veth cables.

The addresses are those of lessons/networks/home.yaml. Everything lives in a mount namespace of its own
(see `isolate`), so nothing is left behind on the machine, however the script ends.
"""

import os
import subprocess
import sys
import tempfile

# device: {interface: (last octet of 00:00:5e:00:53:xx, address)}
ADDRESSES = {
    "laptop": {"eth0": ("10", "192.0.2.130/26")},
    "router": {"lan": ("01", "192.0.2.129/26"), "wan": ("02", "203.0.113.10/26")},
    "isp": {"access": ("20", "203.0.113.1/26"), "service": ("21", "203.0.113.65/27"), "up": ("22", "192.0.2.1/30")},
    "resolver": {"eth0": ("2a", "203.0.113.67/27")},
    "core": {"isp": ("30", "192.0.2.2/30"), "hall": ("31", "192.0.2.5/30")},
    "hall": {"up": ("40", "192.0.2.6/30"), "servers": ("41", "198.51.100.1/26")},
    "web": {"eth0": ("50", "198.51.100.10/26")},
}

ROUTES = {
    "laptop": ["default via 192.0.2.129"],
    "router": ["default via 203.0.113.1"],
    "isp": ["default via 192.0.2.2", "192.0.2.128/26 via 203.0.113.10"],
    "resolver": ["default via 203.0.113.65"],
    "core": ["203.0.113.0/24 via 192.0.2.1", "198.51.100.0/24 via 192.0.2.6", "192.0.2.128/26 via 192.0.2.1"],
    # `files` swallows everything: a SYN to it is never answered.
    "hall": ["default via 192.0.2.5", "blackhole 198.51.100.12/32"],
    "web": ["default via 198.51.100.1"],
}

# Without delay: veth has none, and not every kernel brings netem.
CABLES = [
    ("laptop.eth0", "switch.p1"),
    ("router.lan", "switch.p4"),
    ("router.wan", "isp.access"),
    ("isp.service", "resolver.eth0"),
    ("isp.up", "core.isp"),
    ("core.hall", "hall.up"),
    ("hall.servers", "web.eth0"),
]

RESOLVER = "203.0.113.67"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def inside(device, *command):
    """The command line that runs `command` in the device's network namespace."""
    return ["ip", "netns", "exec", device, *command]


def isolate():
    """Starts this script again in a mount namespace of its own, where /run/netns and the resolver's
    configuration are private; returns only there."""
    if os.geteuid() != 0:
        sys.exit("record-kernel: needs root, because it makes network namespaces. Try: sudo tools/record-kernel")
    if os.environ.get("PACKETWALK_ISOLATED") != "1":
        os.environ["PACKETWALK_ISOLATED"] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv])
    os.makedirs("/run/netns", exist_ok=True)
    run("mount", "-t", "tmpfs", "none", "/run/netns")
    for path, text in {
        "/etc/resolv.conf": f"nameserver {RESOLVER}\n",
        "/etc/nsswitch.conf": "hosts: dns\n",
    }.items():
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write(text)
        os.chmod(file.name, 0o644)
        run("mount", "--bind", file.name, path)
        os.unlink(file.name)


def build():
    for device in [*ADDRESSES, "switch"]:
        run("ip", "netns", "add", device)
        settings = ["net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1"]
        if device != "switch":
            # What Linux has on an ordinary machine; a large one has more buffer and so another window scale.
            settings += ["net.ipv4.tcp_congestion_control=reno", "net.ipv4.tcp_rmem=4096 131072 6291456"]
        if device in ("router", "isp", "core", "hall"):
            settings.append("net.ipv4.ip_forward=1")
        run(*inside(device, "sysctl", "-q", "-w", *settings))
        run("ip", "-n", device, "link", "set", "lo", "up")
    run("ip", "-n", "switch", "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0")
    run("ip", "-n", "switch", "link", "set", "bridge", "up")
    for one, other in CABLES:
        (device, interface), (peer, peer_interface) = one.split("."), other.split(".")
        run("ip", "link", "add", "name", interface, "netns", device, "type", "veth",
            "peer", "name", peer_interface, "netns", peer)
        for end in (one, other):
            configure(*end.split("."))
    for device, routes in ROUTES.items():
        for route in routes:
            run("ip", "-n", device, "route", "add", *route.split())


def configure(device, interface):
    # Without offloading, checksums are right on the cable and no segment is larger than the MTU.
    run(*inside(device, "ethtool", "-K", interface, "tx", "off", "rx", "off", "tso", "off", "gso", "off", "gro", "off"))
    if device == "switch":
        run("ip", "-n", device, "link", "set", "dev", interface, "master", "bridge")
    else:
        octet, address = ADDRESSES[device][interface]
        run("ip", "-n", device, "link", "set", "dev", interface, "address", f"00:00:5e:00:53:{octet}")
        run("ip", "-n", device, "address", "add", address, "dev", interface)
    run("ip", "-n", device, "link", "set", "dev", interface, "up")


def forget_neighbours():
    """Empties every ARP cache and the kernel's memory of earlier connections, so that each recording starts cold."""
    for device in ADDRESSES:
        run("ip", "-n", device, "neighbour", "flush", "all")
        run("ip", "-n", device, "tcp_metrics", "flush", "all")
