package milodex.simulation;

/// The process is dead: nothing of it goes on, and nothing in its memory is left. It is an error,
/// so that no code which goes on after exceptions goes on after this.
final class Died extends Error {

  private static final long serialVersionUID = 1L;

  Died() {
    super("the process died", null, false, false);
  }
}
