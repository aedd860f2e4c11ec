package hopfilm.cluster;

import hopfilm.io.WholeFile;
import hopfilm.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The table of a sweep as Apache Parquet: whole numbers, numbers and truth values as such, the rest
 * as text, null where runs.csv has an empty cell. The driver writes it, as executors may have no
 * disk in common with it.
 */
final class RunsParquet {

  private RunsParquet() {}

  static void write(Sheet<?> table, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + WholeFile.PART);
    MessageType schema = schema(table);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(part))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (List<String> row : table.cells()) {
        writer.write(group(table, schema, row));
      }
    }
    WholeFile.sync(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static MessageType schema(Sheet<?> table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Sheet.Column<?> column : table.columns()) {
      switch (column.form().kind()) {
        case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
        case NUMBER -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case TRUTH -> schema.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        case TEXT ->
            schema
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
      }
    }
    return schema.named("runs");
  }

  private static Group group(Sheet<?> table, MessageType schema, List<String> row) {
    Group group = new SimpleGroup(schema);
    for (int k = 0; k < row.size(); k++) {
      String cell = row.get(k);
      if (cell.isEmpty()) {
        continue;
      }
      switch (table.columns().get(k).form().kind()) {
        case WHOLE -> group.add(k, Long.parseLong(cell));
        case NUMBER -> group.add(k, Double.parseDouble(cell));
        case TRUTH -> group.add(k, Boolean.parseBoolean(cell));
        case TEXT -> group.add(k, cell);
      }
    }
    return group;
  }
}
