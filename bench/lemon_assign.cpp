// The peer of race_assign.py: LEMON's network simplex on the graph of streets.
//
//   lemon_assign INSTANCE
//
// INSTANCE holds, little-endian: nodes, arcs, shelters (int64 each); tails, heads, times of the arcs (int32); the node and
// (int64) the places of each shelter. One person at each node, and all nodes reach each other. Prints one line of JSON.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

template <typename T>
static std::vector<T> column(std::ifstream& file, std::int64_t rows) {
    std::vector<T> values(rows);
    file.read(reinterpret_cast<char*>(values.data()), rows * sizeof(T));
    return values;
}

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "lemon_assign INSTANCE\n");
        return 2;
    }
    std::ifstream file(words[1], std::ios::binary);
    const auto sizes = column<std::int64_t>(file, 3);
    const auto nodes = sizes[0], arcs = sizes[1], shelters = sizes[2];
    const auto tails = column<std::int32_t>(file, arcs), heads = column<std::int32_t>(file, arcs);
    const auto times = column<std::int32_t>(file, arcs), doors = column<std::int32_t>(file, shelters);
    const auto places = column<std::int64_t>(file, shelters);
    if (!file) {
        std::fprintf(stderr, "%s: too short\n", words[1]);
        return 1;
    }
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    lemon::SmartDigraph graph;
    graph.reserveNode(nodes + 1);
    graph.reserveArc(arcs + shelters);
    for (std::int64_t node = 0; node <= nodes; ++node) graph.addNode();
    const auto sink = graph.nodeFromId(nodes);
    for (std::int64_t arc = 0; arc < arcs; ++arc) graph.addArc(graph.nodeFromId(tails[arc]), graph.nodeFromId(heads[arc]));
    for (std::int64_t shelter = 0; shelter < shelters; ++shelter) graph.addArc(graph.nodeFromId(doors[shelter]), sink);
    lemon::SmartDigraph::ArcMap<std::int64_t> cost(graph, 0), upper(graph, nodes);
    lemon::SmartDigraph::NodeMap<std::int64_t> supply(graph, 1);
    for (std::int64_t arc = 0; arc < arcs; ++arc) cost[graph.arcFromId(arc)] = times[arc];
    std::int64_t total = 0;
    for (std::int64_t shelter = 0; shelter < shelters; ++shelter) {
        upper[graph.arcFromId(arcs + shelter)] = places[shelter];
        total += places[shelter];
    }
    // No more than there are people: with GEQ a node may send more than it has, and a free place at no cost draws that.
    supply[sink] = -std::min(total, nodes);
    using Simplex = lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t, std::int64_t>;
    Simplex simplex(graph);
    // Enough places: all people have one (the sum of supplies is 0, so equal is meant); else people may stay out.
    simplex.costMap(cost).upperMap(upper).supplyMap(supply).supplyType(total >= nodes ? Simplex::GEQ : Simplex::LEQ);
    const auto built = Clock::now();
    const auto status = simplex.run();
    const auto ended = Clock::now();
    std::int64_t placed = 0;
    for (std::int64_t shelter = 0; shelter < shelters; ++shelter) placed += simplex.flow(graph.arcFromId(arcs + shelter));
    const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
    std::printf(
        "{\"seconds\": %.3f, \"with_graph\": %.3f, \"placed\": %lld, \"people_x_time_ds\": %lld, \"optimal\": %s}\n",
        seconds(built, ended), seconds(begun, ended), static_cast<long long>(placed),
        static_cast<long long>(simplex.totalCost()), status == Simplex::OPTIMAL ? "true" : "false");
}
