"""Where vendor words end."""
