//! Circles in a graph of references.

/// For each node the number of its strongly connected component: two nodes have the same number
/// where each can be reached from the other. `to[n]` are the nodes that `n` points to. And all nodes
/// in an order such that a node comes before those that it points to, circles aside.
///
/// Two searches in depth, after Kosaraju and Sharir; without recursion, since a chain of references
/// may be as long as the set of messages.
pub(crate) fn components(to: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); to.len()];
    for (node, targets) in to.iter().enumerate() {
        for &target in targets {
            from[target].push(node);
        }
    }
    let mut component = vec![usize::MAX; to.len()];
    let mut order = finishing_order(to);
    order.reverse();
    for &start in &order {
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if component[node] == usize::MAX {
                component[node] = start;
                open.extend(from[node].iter().filter(|&&other| component[other] == usize::MAX));
            }
        }
    }
    (component, order)
}

/// The nodes in the order in which a search in depth is done with them.
fn finishing_order(to: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(to.len());
    let mut is_seen = vec![false; to.len()];
    for start in 0..to.len() {
        if is_seen[start] {
            continue;
        }
        is_seen[start] = true;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let target = to[*node].get(*next).copied();
            *next += 1;
            match target {
                Some(target) if !is_seen[target] => {
                    is_seen[target] = true;
                    path.push((target, 0));
                }
                Some(_) => {}
                None => {
                    order.push(*node);
                    path.pop();
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_nodes_that_reach_each_other_are_one_component() {
        // 0 -> 1 -> 2 -> 1, 2 -> 3, 4 alone, 5 -> 5.
        let (found, order) = components(&[vec![1], vec![2], vec![1, 3], vec![], vec![], vec![5]]);
        let place = |node: usize| order.iter().position(|&other| other == node);
        assert!(place(0) < place(1) && place(0) < place(2) && place(1) < place(3) && place(2) < place(3));
        assert_eq!(found[1], found[2]);
        for (a, b) in [(0, 1), (2, 3), (0, 3), (3, 4), (4, 5)] {
            assert_ne!(found[a], found[b], "{a} {b}");
        }
        let chain: Vec<Vec<usize>> = (0..200_000).map(|n| if n > 0 { vec![n - 1] } else { vec![] }).collect();
        assert!(components(&chain).0.iter().enumerate().all(|(node, &own)| node == own));
    }
}
