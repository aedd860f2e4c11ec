package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import java.util.List;

/**
 * Textures that fall together with momentum, which is lost where it leads upwards (FIRE): E. Bitzek
 * et al., Phys. Rev. Lett. 97, 170201 (2006), doi:10.1103/PhysRevLett.97.170201.
 */
final class Fall {

  /** Largest change of m in a step: above it real films are torn. */
  private static final double LARGEST = 0.05;

  private static final double MIXING = 0.1;
  private static final int STEPS_UNTIL_FASTER = 5;

  private final MagnetForce source;
  private final List<VectorField> textures;
  private final Moving[] moving;
  private double dt;
  private double mixing = MIXING;
  private int downhill;

  /** A texture on its fall: force f, velocity v and a direction t, with their inner products. */
  private static final class Moving {
    final VectorField f;
    final VectorField v;
    final VectorField t;
    double ff;
    double fv;
    double vv;
    double alongF; // part of t that is taken from f
    double alongV;

    Moving(VectorField like) {
      f = new VectorField(like.grid());
      v = new VectorField(like.grid());
      t = new VectorField(like.grid());
    }
  }

  /**
   * @param textures change in each step
   */
  Fall(MagnetForce source, List<VectorField> textures) {
    this.source = source;
    this.textures = textures;
    this.moving = textures.stream().map(Moving::new).toArray(Moving[]::new);
    this.dt = 0.2 * source.longestStep();
  }

  /**
   * Computes the force on a texture.
   *
   * @param behind with {@code ahead} the direction of the path, to - from
   * @param times 1 to remove the force along the path, 2 to reverse it
   */
  void force(int p, VectorField behind, VectorField ahead, int times) {
    VectorField m = textures.get(p);
    Moving now = moving[p];
    source.of(m, now.f);
    double tt = 0;
    double tf = 0;
    double tv = 0;
    double ff = 0;
    double fv = 0;
    double vv = 0;
    for (int c = 0; c < m.x().length; c++) {
      double x = m.x()[c];
      double y = m.y()[c];
      double z = m.z()[c];
      double tx = ahead.x()[c] - behind.x()[c];
      double ty = ahead.y()[c] - behind.y()[c];
      double tz = ahead.z()[c] - behind.z()[c];
      double along = x * tx + y * ty + z * tz;
      tx -= along * x;
      ty -= along * y;
      tz -= along * z;
      double vx = now.v.x()[c];
      double vy = now.v.y()[c];
      double vz = now.v.z()[c];
      along = x * vx + y * vy + z * vz;
      vx -= along * x;
      vy -= along * y;
      vz -= along * z;
      double fx = now.f.x()[c];
      double fy = now.f.y()[c];
      double fz = now.f.z()[c];
      now.t.x()[c] = tx;
      now.t.y()[c] = ty;
      now.t.z()[c] = tz;
      now.v.x()[c] = vx;
      now.v.y()[c] = vy;
      now.v.z()[c] = vz;
      tt += tx * tx + ty * ty + tz * tz;
      tf += tx * fx + ty * fy + tz * fz;
      tv += tx * vx + ty * vy + tz * vz;
      ff += fx * fx + fy * fy + fz * fz;
      fv += fx * vx + fy * vy + fz * vz;
      vv += vx * vx + vy * vy + vz * vz;
    }
    double a = tt == 0 ? 0 : times * tf / tt;
    double b = tt == 0 || times == 2 ? 0 : tv / tt; // a climb keeps its momentum
    now.alongF = a;
    now.alongV = b;
    now.ff = ff - 2 * a * tf + a * a * tt;
    now.fv = fv - b * tf - a * tv + a * b * tt;
    now.vv = vv - 2 * b * tv + b * b * tt;
  }

  /**
   * Moves all textures.
   *
   * @return largest force on a cell before that
   */
  double step() {
    double power = 0;
    double speed = 0;
    double square = 0;
    for (Moving p : moving) {
      power += p.fv;
      speed += p.vv;
      square += p.ff;
    }
    if (square == 0) {
      return 0;
    }
    boolean isDownhill = power > 0;
    double push = isDownhill ? mixing * Math.sqrt(speed / square) : 0;
    double kept = isDownhill ? 1 - mixing : 0;
    pace(isDownhill);
    double largest = 0;
    double fastest = 0;
    for (Moving p : moving) {
      double[] most = accelerate(p, kept, push + dt);
      largest = Math.max(largest, most[0]);
      fastest = Math.max(fastest, most[1]);
    }
    double shorter = Math.min(1, LARGEST / (dt * fastest));
    for (int p = 0; p < moving.length; p++) {
      move(textures.get(p), moving[p].v, shorter);
    }
    return largest;
  }

  private void pace(boolean isDownhill) {
    double longest = source.longestStep();
    if (!isDownhill) {
      dt = Math.max(0.5 * dt, 0.02 * longest);
      mixing = MIXING;
      downhill = 0;
    } else if (++downhill > STEPS_UNTIL_FASTER) {
      dt = Math.min(1.1 * dt, longest);
      mixing *= 0.99;
    }
  }

  /** v = kept v + push f, both across the path; the largest force and velocity of a cell. */
  private static double[] accelerate(Moving p, double kept, double push) {
    double largest = 0;
    double fastest = 0;
    for (int c = 0; c < p.f.x().length; c++) {
      double fx = p.f.x()[c] - p.alongF * p.t.x()[c];
      double fy = p.f.y()[c] - p.alongF * p.t.y()[c];
      double fz = p.f.z()[c] - p.alongF * p.t.z()[c];
      double vx = kept * (p.v.x()[c] - p.alongV * p.t.x()[c]) + push * fx;
      double vy = kept * (p.v.y()[c] - p.alongV * p.t.y()[c]) + push * fy;
      double vz = kept * (p.v.z()[c] - p.alongV * p.t.z()[c]) + push * fz;
      p.v.x()[c] = vx;
      p.v.y()[c] = vy;
      p.v.z()[c] = vz;
      largest = Math.max(largest, fx * fx + fy * fy + fz * fz);
      fastest = Math.max(fastest, vx * vx + vy * vy + vz * vz);
    }
    return new double[] {Math.sqrt(largest), Math.sqrt(fastest)};
  }

  /** Moves a texture by its velocity; a step that is cut slows it down. */
  private void move(VectorField m, VectorField v, double shorter) {
    double step = shorter * dt;
    for (int c = 0; c < m.x().length; c++) {
      double x = m.x()[c] + step * v.x()[c];
      double y = m.y()[c] + step * v.y()[c];
      double z = m.z()[c] + step * v.z()[c];
      double r = Math.sqrt(x * x + y * y + z * z);
      double scale = r > 0 ? 1 / r : 0;
      m.x()[c] = scale * x;
      m.y()[c] = scale * y;
      m.z()[c] = scale * z;
      v.x()[c] *= shorter;
      v.y()[c] *= shorter;
      v.z()[c] *= shorter;
    }
  }
}
