"""Twilio: its words end here. `client` sends and lists, `webhook` verifies and reads what it posts,
`errors` says what each of its codes means for us."""
