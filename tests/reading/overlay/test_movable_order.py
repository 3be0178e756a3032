"""An order in which names are moved at once is that of a list."""

from hypothesis import given
from hypothesis import strategies as st

from screening.reading.overlay.movable_order import MovableOrder


@given(st.lists(st.tuples(st.sampled_from(["append", "after", "remove"]), st.integers(0, 9), st.integers(0, 9))))
def test_an_order_in_which_names_are_moved_at_once_is_that_of_a_list(moves: list[tuple[str, int, int]]) -> None:
    names: list[object] = []
    order = MovableOrder([])
    for move, name, anchor in moves:
        if move == "remove" and name in names:
            names.remove(name)
            order.remove(name)
        elif move == "append" and name not in names:
            names.append(name)
            order.append(name)
        elif move == "after" and name not in names and anchor in names:
            names.insert(names.index(anchor) + 1, name)
            order.insert_after(anchor, name)

    assert list(order) == names
