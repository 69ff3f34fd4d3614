"""Terms of the transport and reaction of ions."""
