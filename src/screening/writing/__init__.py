"""Files of the user's own, outside a screening. The only room that writes files."""
